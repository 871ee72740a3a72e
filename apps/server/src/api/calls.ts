import { GetCall, GetCalls } from '#read-models';
import {
  AcceptLateContribution,
  AcknowledgeContribution,
  CloseCall,
  CountContributions,
  ExtendDeadline,
  OpenCall,
  PublishContribution,
  ReceiveContribution,
  ReopenCall,
  WithdrawContribution,
} from '#workstreams';
import { resource } from '../http/resource.js';

export const Calls = resource('v1/calls', {
  GET: GetCalls,
  'GET :callId': GetCall,
  'PUT :callId': OpenCall,
  'POST :callId/extensions': ExtendDeadline,
  'POST :callId/closings': CloseCall,
  'POST :callId/reopenings': ReopenCall,
  'POST :callId/counts': CountContributions,
  'PUT :callId/contributions/:contributionId': ReceiveContribution,
  'POST :callId/contributions/:contributionId/late-acceptance': AcceptLateContribution,
  'POST :callId/contributions/:contributionId/acknowledgement': AcknowledgeContribution,
  'POST :callId/contributions/:contributionId/publication': PublishContribution,
  'POST :callId/contributions/:contributionId/withdrawal': WithdrawContribution,
});
