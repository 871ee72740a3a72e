/** The media type of feeds (RFC 4287, 7). */
export const ATOM = 'application/atom+xml';
