import { applyDecorators, Header, SetMetadata } from '@nestjs/common';

const SERVES = 'what a route serves instead of JSON';

/** The route serves text or bytes of this media type; the interface is documented by it. */
export const Serves = (mediaType: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(SERVES, mediaType),
    Header('content-type', /^text|xml$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType),
  );

/** The media type that a route serves, where that is not JSON. */
export const servedBy = (handler: object): string | undefined => Reflect.getMetadata(SERVES, handler) as string | undefined;
