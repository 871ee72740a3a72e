const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The text that bytes stand for; nothing when they are not UTF-8, for nothing is made up in their place. */
export function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
