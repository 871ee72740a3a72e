import { AmendFact, MarkDuplicate, ReattributeFact, RetractFact } from '#event-sourcing';
import { GetFact, GetFacts, GetFactState } from '#read-models';
import { resource } from '../http/resource.js';

export const Facts = resource('v1/facts', {
  GET: GetFacts,
  'GET :factId': GetFact,
  'GET :factId/state': GetFactState,
  'POST :corrects/amendments': AmendFact,
  'POST :corrects/retractions': RetractFact,
  'POST :corrects/reattributions': ReattributeFact,
  'POST :corrects/duplications': MarkDuplicate,
});
