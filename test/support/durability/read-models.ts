import type { ReadModels } from '#event-sourcing/projections';
import { readModels } from '#read-models';

/** The read models as a later release would have them: of a higher version, and so to be built anew. */
export const readModelsOf = (version: number): ReadModels => ({
  ...readModels,
  projections: readModels.projections.map((projection) => ({ ...projection, version })),
});
