import { GetTimeline, GetWorkstream, GetWorkstreams } from '#read-models';
import {
  AddAlias,
  RegisterBestPracticeForum,
  RegisterCenbPhase,
  RegisterDynamicCoalition,
  RegisterIgfInitiative,
  RegisterPolicyNetwork,
  RenameWorkstream,
} from '#workstreams';
import { resource } from '../http/resource.js';

/** What is alike for all kinds. */
export const Workstreams = resource('v1/workstreams', {
  GET: GetWorkstreams,
  'GET :workstreamId': GetWorkstream,
  'GET :workstreamId/timeline': GetTimeline,
  'POST :workstreamId/names': RenameWorkstream,
  'POST :workstreamId/aliases': AddAlias,
});

export const BestPracticeForums = resource('v1/best-practice-forums', { 'PUT :workstreamId': RegisterBestPracticeForum });
export const DynamicCoalitions = resource('v1/dynamic-coalitions', { 'PUT :workstreamId': RegisterDynamicCoalition });
export const CenbPhases = resource('v1/cenb-phases', { 'PUT :workstreamId': RegisterCenbPhase });
export const IgfInitiatives = resource('v1/igf-initiatives', { 'PUT :workstreamId': RegisterIgfInitiative });
export const PolicyNetworks = resource('v1/policy-networks', { 'PUT :workstreamId': RegisterPolicyNetwork });
