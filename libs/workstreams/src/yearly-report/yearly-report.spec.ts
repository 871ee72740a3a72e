import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { FileYearlyReport, fileYearlyReport, reportsIn } from './yearly-report.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const registered = (type: string, data: object = {}): Past => on('2010', { type, data: { workstreamId, name: 'A name', ...data } });
const coalition = registered('DynamicCoalitionRegistered');
const initiative = registered('IgfInitiativeRegistered', { level: 'national' });
const filed = (effective: string, data: object): Past => on(effective, { type: 'YearlyReportFiled', data: { workstreamId, ...data } });

const page = 'https://www.intgovforum.org/report';
const command = { workstreamId, year: 2016, kind: 'report' as const, effective: '2016-12' };
const data = { workstreamId, year: 2016, kind: 'report' };

describe('A yearly report', () => {
  test.each([
    ['coalition', coalition],
    ['initiative', initiative],
  ])('of a %s is filed with what is known of it', (_, past) => {
    given(workstream, past)
      .when(fileYearlyReport, FileYearlyReport, { ...command, title: 'Our year', page })
      .then({ type: 'YearlyReportFiled', data: { ...data, title: 'Our year', page } });
  });

  test('of a coalition may be a thematic paper, of an initiative not', () => {
    given(workstream, coalition)
      .when(fileYearlyReport, FileYearlyReport, { ...command, kind: 'paper' })
      .then({ type: 'YearlyReportFiled', data: { ...data, kind: 'paper' } });
    given(workstream, initiative)
      .when(fileYearlyReport, FileYearlyReport, { ...command, kind: 'paper' })
      .thenRefused(/of a Dynamic Coalition only/);
  });

  test('is refused for a year that had not begun, of what owes none, and before there was who files it', () => {
    given(workstream, coalition)
      .when(fileYearlyReport, FileYearlyReport, { ...command, year: 2017 })
      .thenRefused(/for 2017 by 2016-12: the year had not begun/);
    given(workstream, registered('PolicyNetworkRegistered'))
      .when(fileYearlyReport, FileYearlyReport, command)
      .thenRefused(/Only Dynamic Coalitions and IGF initiatives/);
    given(workstream, coalition)
      .when(fileYearlyReport, FileYearlyReport, { ...command, year: 2009, effective: '2009' })
      .thenRefused(/not recorded as existing by 2009/);
  });

  test('says nothing new when the year is on record, and something with another title', () => {
    const past = [coalition, filed('2016-11', { year: 2016, kind: 'report', title: 'Our year' })];
    given(workstream, ...past)
      .when(fileYearlyReport, FileYearlyReport, command)
      .thenNothing();
    given(workstream, ...past)
      .when(fileYearlyReport, FileYearlyReport, { ...command, title: 'Our year' })
      .thenNothing();
    given(workstream, ...past)
      .when(fileYearlyReport, FileYearlyReport, { ...command, title: 'Another' })
      .then({ type: 'YearlyReportFiled', data: { ...data, title: 'Another' } });
  });

  test('that is entered late is judged on its day, and stands before later ones', () => {
    const later = filed('2018-01', { year: 2016, kind: 'report' });
    given(workstream, coalition, later).when(fileYearlyReport, FileYearlyReport, command).then({ type: 'YearlyReportFiled', data });
    const state = given(workstream, later, filed('2009', { year: 2009, kind: 'paper' }), coalition).state();
    expect(reportsIn(state).map(({ year, kind }) => [year, kind])).toEqual([
      [2009, 'paper'],
      [2016, 'report'],
    ]);
  });

  test('is not kept by what files none', () => {
    const network = registered('PolicyNetworkRegistered');
    expect(given(workstream, network, filed('2016', { year: 2016, kind: 'report' })).state()).toEqual(given(workstream, network).state());
  });
});
