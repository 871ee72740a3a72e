import { SetMetadata } from '@nestjs/common';

const SERVES = 'what a route serves instead of JSON of the type of its answer';

/** The route serves files of these media types: that is how the interface is documented. */
export const Serves = (...mediaTypes: readonly string[]): MethodDecorator => SetMetadata(SERVES, mediaTypes);

/** The media types that a route serves, where that is not JSON of the type of its answer. */
export const servedBy = (handler: object): readonly string[] | undefined =>
  Reflect.getMetadata(SERVES, handler) as readonly string[] | undefined;
