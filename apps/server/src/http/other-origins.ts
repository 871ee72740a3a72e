import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What scripts of other origins are told beside the content. */
const EXPOSED = ['ETag', 'Link', 'X-Log-Position', 'Location', 'Memento-Datetime', 'X-Request-Id', 'Retry-After', 'Content-Disposition'];

/**
 * What is public is read by pages of any origin; what records is not theirs to call. Routes of commands turn this off for
 * themselves, and a browser that asks whether it may call them is told of reading alone.
 */
export function letOthersRead(app: NestFastifyApplication): void {
  app.enableCors({
    origin: '*',
    methods: ['GET', 'HEAD'],
    allowedHeaders: '*',
    exposedHeaders: EXPOSED,
    maxAge: 86_400,
    // Whoever asks with OPTIONS is answered, also when it is not a browser.
    strictPreflight: false,
  });
}
