import { deciding, naming, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { AdoptCommonStandards, adoptCommonStandards } from './adopt-common-standards.js';
import { BeginExploring, beginExploring } from './begin-exploring.js';
import { CheckStandards, checkStandards } from './check-standards.js';
import { ListCoalition, listCoalition, OmitFromList, omitFromList } from './list-coalition.js';
import { ProposeCoalition, proposeCoalition } from './propose-coalition.js';
import { RecogniseCoalition, recogniseCoalition } from './recognise-coalition.js';
import { DeclareInactive, declareInactive, Recommit, recommit } from './inactivity.js';
import { notASuccessor, SucceedCoalition, succeedCoalition } from './succeed-coalition.js';

const on = deciding(workstream, 'workstreamId');

export const coalitionUseCases: readonly UseCase[] = [
  on(BeginExploring, beginExploring, 'CoalitionExploring'),
  on(ProposeCoalition, proposeCoalition, 'CoalitionProposed'),
  on(RecogniseCoalition, recogniseCoalition, 'CoalitionRecognised'),
  on(AdoptCommonStandards, adoptCommonStandards, 'CommonStandardsAdopted'),
  on(CheckStandards, checkStandards, 'StandardsChecked'),
  on(DeclareInactive, declareInactive, 'CoalitionDeclaredInactive'),
  on(Recommit, recommit, 'CoalitionRecommitted'),
  on(SucceedCoalition, succeedCoalition, 'CoalitionSucceeded', { references: { succeededBy: naming(workstream, notASuccessor) } }),
  on(ListCoalition, listCoalition, 'CoalitionListed'),
  on(OmitFromList, omitFromList, 'CoalitionOmitted'),
];
