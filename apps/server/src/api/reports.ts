import { GetReports } from '#read-models';
import { GetReport, GetReportErrata } from '#reports';
import { BeginReport, FreezeReport, PublishReport, WriteProse } from '#workstreams';
import { resource } from '../http/resource.js';

export const Reports = resource('v1/reports', {
  GET: GetReports,
  'GET :cycle/:kind': GetReport,
  'GET :cycle/:kind/errata': GetReportErrata,
  'PUT :reportId': BeginReport,
  'POST :reportId/prose': WriteProse,
  'PUT :reportId/freezes/:freezeId': FreezeReport,
  'POST :reportId/publications': PublishReport,
});
