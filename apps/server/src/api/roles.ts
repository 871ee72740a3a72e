import { GetRoles } from '#read-models';
import { EndRole, TakeRole } from '#workstreams';
import { resource } from '../http/resource.js';

export const Roles = resource('v1/workstreams/:workstreamId/roles', {
  GET: GetRoles,
  'PUT :roleId': TakeRole,
  'POST :roleId/end': EndRole,
});
