import { GetStatusRules } from '#read-models';
import { resource } from '../http/resource.js';

export const StatusRules = resource('v1/status-rules', { GET: GetStatusRules });
