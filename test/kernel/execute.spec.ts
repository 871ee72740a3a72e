import { randomUUID } from 'node:crypto';
import {
  DomainError,
  foldAll,
  history,
  IdAlreadyUsed,
  InvalidInput,
  NotFound,
  PreconditionFailed,
  UnknownReference,
} from '#event-sourcing';
import { TestTracker } from '#test/tracker';
import {
  AddAlias,
  type Call,
  callForInput,
  ExtendDeadline,
  OpenCall,
  PublishContribution,
  ReceiveContribution,
  RegisterBestPracticeForum,
  RegisterCenbPhase,
  RegisterDynamicCoalition,
  RenameWorkstream,
  workstream,
} from '#workstreams';

let tracker: TestTracker;
beforeEach(() => (tracker = new TestTracker()));
afterEach(async () => tracker.store.close());

const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('Executing a command', () => {
  test('records its fact with who, when, where from and why', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const outcome = await tracker.do(ExtendDeadline, {
      callId,
      deadline: 'closing',
      to: '2016-11-14',
      effective: '[2016-07-11..2016-11-14]',
      sources: [{ url: 'https://www.intgovforum.org/page', retrieved: '2026-11', locator: 'second paragraph' }],
      reason: 'input was taken on a rolling basis',
      onBehalfOf: 'the MAG',
    });
    expect(outcome).toMatchObject({ stream, revision: 1n, changed: true });
    const fact = (await tracker.facts(stream)).at(-1)!;
    expect(fact).toMatchObject({
      id: outcome.factIds[0],
      type: 'DeadlineExtended',
      position: outcome.position,
      effective: '[2016-07-11..2016-11-14]',
    });
    expect(fact.metadata).toEqual({
      actor: 'Secretariat',
      via: 'test',
      effective: '[2016-07-11..2016-11-14]',
      sources: [{ url: 'https://www.intgovforum.org/page', retrieved: '2026-11', locator: 'second paragraph' }],
      reason: 'input was taken on a rolling basis',
      onBehalfOf: 'the MAG',
      schema: 1,
      fingerprint: expect.stringMatching(/^[\w-]{22}$/) as unknown,
      $correlationId: expect.any(String) as unknown,
      $causationId: expect.any(String) as unknown,
    });
    expect(fact.recordedAt).toBe(Date.parse(tracker.now));
  });

  test('dates a fact by this instant when nothing else is said', async () => {
    const { opening } = await tracker
      .do(RegisterDynamicCoalition, { workstreamId: randomUUID(), name: 'YCIG' })
      .then((outcome) => ({ opening: outcome }));
    expect((await tracker.facts(opening.stream))[0]!.effective).toBe('2026-11-22T12:00:00.000Z');
  });

  test('refuses what lies ahead, but for a day', async () => {
    const register = async (effective: string): Promise<unknown> =>
      tracker.do(RegisterDynamicCoalition, { workstreamId: randomUUID(), name: 'YCIG', effective });
    await expect(register('2026-11-23')).resolves.toMatchObject({ changed: true });
    await expect(register('2026-11')).resolves.toMatchObject({ changed: true });
    const error = await refusal(register('2026-11-24'));
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error).toMatchObject({ errors: [{ pointer: '/effective' }] });
  });

  test('judges a late entry by the state of its day, and today stays as it was', async () => {
    const { callId } = await tracker.withCenbCall();
    const received = async (effective: string): Promise<unknown> =>
      tracker.do(ReceiveContribution, { callId, contributionId: randomUUID(), kind: 'written', effective });
    await expect(received('2016-07-12')).resolves.toMatchObject({ changed: true });
    expect(await refusal(received('2016-07-10'))).toBeInstanceOf(DomainError);
  });
});

test('A rule sees what another process has recorded since the last command on the stream', async () => {
  const { callId, stream } = await tracker.withCenbCall();
  const extend = { callId, deadline: 'closing', effective: '2016-09' } as const;
  await tracker.do(ExtendDeadline, { ...extend, to: '2016-11-14' });
  const other = new TestTracker(tracker.folder);
  const elsewhere = await other.do(ExtendDeadline, { ...extend, to: '2016-12-01' });
  await other.store.close();
  expect(await refusal(tracker.do(ExtendDeadline, { ...extend, to: '2016-11-20' }))).toBeInstanceOf(DomainError);
  expect((await tracker.facts(stream)).at(-1)!.id).toBe(elsewhere.factIds[0]);
});

describe('A repeated request', () => {
  test('changes nothing and answers as before', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const command = { callId, requestId: randomUUID(), deadline: 'closing', to: '2016-11-14', effective: '2016-09' } as const;
    const first = await tracker.do(ExtendDeadline, command);
    await tracker.do(ExtendDeadline, { ...command, requestId: randomUUID(), to: '2016-12-01' });
    const again = await tracker.do(ExtendDeadline, {
      ...command,
      reason: 'told in other words',
      sources: [{ document: 'another witness' }],
    });
    expect(again).toMatchObject({ changed: false, factIds: first.factIds });
    expect(await tracker.facts(stream)).toHaveLength(3);
  });

  test('is known again by the id of what it created', async () => {
    const command = { workstreamId: randomUUID(), name: 'YCIG', effective: '2009' };
    const first = await tracker.do(RegisterDynamicCoalition, command);
    expect(await tracker.do(RegisterDynamicCoalition, { ...command, workstreamId: command.workstreamId.toUpperCase() })).toEqual({
      ...first,
      changed: false,
    });
  });

  test('is answered so also when it was made on a revision that has passed', async () => {
    const { callId, opening } = await tracker.withCenbCall();
    const command = { callId, requestId: randomUUID(), deadline: 'closing', to: '2016-11-14', effective: '2016-09' } as const;
    await tracker.do(ExtendDeadline, command, { ifMatch: opening.revision });
    expect(await tracker.do(ExtendDeadline, command, { ifMatch: opening.revision })).toMatchObject({ changed: false });
  });

  test('is answered so also when what it names has been retracted since', async () => {
    const [workstreamId, callId] = [randomUUID(), randomUUID()];
    const registration = await tracker.do(RegisterDynamicCoalition, { workstreamId, name: 'YCIG', effective: '2009' });
    const opening = { callId, workstreamIds: [workstreamId], title: 'Call', effective: '2016' };
    const first = await tracker.do(OpenCall, opening);
    await tracker.retract(registration.stream, { corrects: registration.factIds[0]!, reason: 'it never existed' });
    expect(await tracker.do(OpenCall, opening)).toEqual({ ...first, changed: false });
  });

  test('has an id of its own only where nothing comes into being that has one', async () => {
    const command = { workstreamId: randomUUID(), name: 'YCIG', effective: '2009', requestId: randomUUID() };
    const error = await refusal(tracker.do(RegisterDynamicCoalition, command));
    expect(error).toBeInstanceOf(InvalidInput);
    expect((error as Error).message).toMatch(/^\/requestId: is not needed: workstreamId/);
  });

  test('under the same id, but claiming something else, is refused', async () => {
    const command = { workstreamId: randomUUID(), name: 'YCIG', effective: '2009' };
    await tracker.do(RegisterDynamicCoalition, command);
    for (const other of [
      { ...command, name: 'Other' },
      { ...command, effective: '2010' },
    ]) {
      expect(await refusal(tracker.do(RegisterDynamicCoalition, other))).toBeInstanceOf(IdAlreadyUsed);
    }
  });

  test('of what was retracted since says so', async () => {
    const command = { workstreamId: randomUUID(), name: 'YCIG', effective: '2009' };
    const { stream, factIds } = await tracker.do(RegisterDynamicCoalition, command);
    await tracker.retract(stream, { corrects: factIds[0]!, reason: 'entered by mistake' });
    const error = await refusal(tracker.do(RegisterDynamicCoalition, command));
    expect(error).toBeInstanceOf(DomainError);
    expect((error as Error).message).toMatch(/has been retracted since/);
  });

  test('is recorded once, however many ask at the same time', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const command = { callId, contributionId: randomUUID(), kind: 'written', effective: '2016-08-01' } as const;
    const outcomes = await Promise.all(Array.from({ length: 20 }, async () => tracker.do(ReceiveContribution, command)));
    expect(outcomes.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await tracker.facts(stream)).toHaveLength(2);
  });
});

describe('Many writers of one stream', () => {
  test('all succeed, one after another, in two processes', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const other = new TestTracker(tracker.folder);
    const receive = async (n: number): Promise<unknown> =>
      (n % 2 ? tracker : other).do(ReceiveContribution, { callId, contributionId: randomUUID(), kind: 'written', effective: '2016-08-01' });
    await Promise.all(Array.from({ length: 60 }, async (_, n) => receive(n)));
    await other.store.close();
    const facts = await tracker.facts(stream);
    expect(facts.map(({ revision }) => revision)).toEqual(Array.from({ length: 61 }, (_, n) => BigInt(n)));
  });
});

describe('Ids', () => {
  test('of nothing are not found', async () => {
    expect(await refusal(tracker.do(RenameWorkstream, { workstreamId: randomUUID(), name: 'X' }))).toBeInstanceOf(NotFound);
  });

  test('of another kind are named as such', async () => {
    const { workstreamId, callId } = await tracker.withCenbCall();
    const renaming = await refusal(tracker.do(RenameWorkstream, { workstreamId: callId, name: 'X' }));
    expect(renaming).toBeInstanceOf(NotFound);
    expect((renaming as Error).message).toMatch(/it is the id of a call/);
    const opening = await refusal(tracker.do(OpenCall, { callId: workstreamId, workstreamIds: [workstreamId], title: 'X' }));
    expect(opening).toBeInstanceOf(IdAlreadyUsed);
    expect((opening as Error).message).toMatch(/is the id of a workstream, not of a new call/);
    const other = await refusal(tracker.do(RegisterDynamicCoalition, { workstreamId, name: 'X' }));
    expect(other).toBeInstanceOf(IdAlreadyUsed);
  });

  test('that a command names must exist on its day, and be of the right kind', async () => {
    const { workstreamId, callId } = await tracker.withCenbCall();
    const open = async (workstreamIds: string[], effective = '2016-09-01'): Promise<unknown> =>
      refusal(tracker.do(OpenCall, { callId: randomUUID(), workstreamIds, title: 'X', effective }));
    const unknown = randomUUID();
    expect(await open([workstreamId, unknown])).toMatchObject({
      errors: [{ pointer: '/workstreamIds/1', detail: `no workstream has the id ${unknown}` }],
    });
    expect(await open([callId])).toMatchObject({
      errors: [{ pointer: '/workstreamIds/0', detail: expect.stringMatching(/it is the id of a call/) as unknown }],
    });
    const early = await open([workstreamId], '2016-03-31');
    expect(early).toBeInstanceOf(UnknownReference);
    expect((early as Error).message).toMatch(/not recorded as existing by 2016-03-31/);
    expect(await open([workstreamId], '2016-04-01')).toBeUndefined();
  });
});

test('A forum renews forums of earlier cycles, and nothing else', async () => {
  const { workstreamId: phase } = await tracker.withCenbCall();
  const [first, same] = [randomUUID(), randomUUID()];
  await tracker.do(RegisterBestPracticeForum, { workstreamId: first, name: 'IPv6', cycle: 2015, effective: '2015' });
  await tracker.do(RegisterBestPracticeForum, { workstreamId: same, name: 'IXPs', cycle: 2016, effective: '2016' });
  const renewing = async (renews: readonly string[]): Promise<unknown> =>
    refusal(tracker.do(RegisterBestPracticeForum, { workstreamId: randomUUID(), name: 'IPv6', cycle: 2016, renews, effective: '2016' }));
  const error = await renewing([first, phase, same]);
  expect(error).toBeInstanceOf(UnknownReference);
  expect((error as UnknownReference).errors).toEqual([
    { pointer: '/renews/1', detail: 'is no Best Practice Forum of a cycle before 2016' },
    { pointer: '/renews/2', detail: 'is no Best Practice Forum of a cycle before 2016' },
  ]);
  expect(await renewing([first])).toBeUndefined();
});

test('A command made on an older revision than the present one is refused', async () => {
  const { callId, stream } = await tracker.withCenbCall();
  const extend = { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' } as const;
  expect(await refusal(tracker.do(ExtendDeadline, extend, { ifMatch: 5n }))).toBeInstanceOf(PreconditionFailed);
  expect(await tracker.facts(stream)).toHaveLength(1);
  expect(await tracker.do(ExtendDeadline, extend, { ifMatch: 0n })).toMatchObject({ changed: true });
});

describe('An amendment', () => {
  const reason = 'the call page says so';

  test('says what the fact should have said', async () => {
    const { stream, opening } = await tracker.withCenbCall();
    const outcome = await tracker.amend(stream, {
      corrects: opening.factIds[0]!,
      changes: { inclusionDate: '2016-09-01', closingDate: '2016-11-14' },
      reason,
    });
    expect(outcome).toMatchObject({ changed: true, revision: 1n });
    const correction = (await tracker.facts(stream)).at(-1)!;
    expect(correction).toMatchObject({
      type: 'FactAmended',
      data: { corrects: opening.factIds[0], changes: { inclusionDate: '2016-09-01', closingDate: '2016-11-14' } },
    });
    expect(correction.metadata.reason).toBe(reason);
  });

  test('takes a field away, and moves the date on which it happened', async () => {
    const { stream, opening } = await tracker.withCenbCall();
    await tracker.amend(stream, { corrects: opening.factIds[0]!, changes: { inclusionDate: null }, effective: '2016-07-12', reason });
    expect((await tracker.facts(stream)).at(-1)!.data).toEqual({
      corrects: opening.factIds[0],
      changes: { inclusionDate: null },
      effective: '2016-07-12',
    });
  });

  test('that moves an opening behind what surely happened in the call is refused', async () => {
    const { callId, stream, opening } = await tracker.withCenbCall();
    await tracker.do(ReceiveContribution, { callId, contributionId: randomUUID(), kind: 'written', effective: '2016-08-01' });
    const moved = async (effective: string): Promise<unknown> =>
      refusal(tracker.amend(stream, { corrects: opening.factIds[0]!, changes: { inclusionDate: null }, effective, reason }));
    expect(await moved('2016-08-02')).toBeInstanceOf(DomainError);
    expect(await moved('2016-08')).toBeUndefined();
  });

  test('that changes nothing records nothing', async () => {
    const { stream, opening } = await tracker.withCenbCall();
    const same = { corrects: opening.factIds[0]!, changes: { title: 'Call for public input' }, effective: '2016-07-11', reason };
    expect(await tracker.amend(stream, same)).toMatchObject({ changed: false });
  });

  test('derives anew what the rule derives', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const { factIds } = await tracker.do(ExtendDeadline, { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' });
    await tracker.amend(stream, { corrects: factIds[0]!, changes: { deadline: 'inclusion', to: '2016-09-30' }, reason });
    expect((await tracker.facts(stream)).at(-1)!.data).toMatchObject({ changes: { deadline: 'inclusion', to: '2016-09-30' } });
  });

  const faults: [string, object, RegExp][] = [
    ['of a field that there is not', { changes: { colour: 'red' } }, /\/changes\/colour: is not a field of CallOpened that can be amended/],
    ['of an id', { changes: { callId: randomUUID() } }, /\/changes\/callId/],
    ['of what a fact says about itself', { changes: { effective: '2016' } }, /\/changes\/effective/],
    ['that takes away what is needed', { changes: { title: null } }, /\/changes\/title: is missing/],
    ['to a malformed value', { changes: { inclusionDate: 'soon' } }, /\/changes\/inclusionDate: must be an instant/],
    ['without a reason', { changes: { title: 'X' }, reason: undefined }, /\/reason: is needed/],
    ['to a day that lies ahead', { changes: {}, effective: '2027' }, /\/effective: 2027 lies ahead/],
    ['that the rule refuses', { changes: { inclusionDate: '2016-07-01' } }, /cannot be due on 2016-07-01/],
    ['of a fact that there is not', { corrects: randomUUID(), changes: {} }, /There is no fact/],
  ];
  test.each(faults)('%s is refused and changes nothing', async (_, fields, message) => {
    const { stream, opening } = await tracker.withCenbCall();
    const error = await refusal(
      tracker.amend(stream, JSON.parse(JSON.stringify({ corrects: opening.factIds[0], changes: {}, reason, ...fields })) as object),
    );
    expect((error as Error).message).toMatch(message);
    expect(await tracker.facts(stream)).toHaveLength(1);
  });

  test('of a correction is refused: the fact is amended again, or the correction retracted', async () => {
    const { stream, opening } = await tracker.withCenbCall();
    const { factIds } = await tracker.amend(stream, { corrects: opening.factIds[0]!, changes: { title: 'X' }, reason });
    expect(await refusal(tracker.amend(stream, { corrects: factIds[0]!, changes: { title: 'Y' }, reason }))).toBeInstanceOf(DomainError);
    await tracker.amend(stream, { corrects: opening.factIds[0]!, changes: { title: 'Y' }, reason });
    await tracker.retract(stream, { corrects: factIds[0]!, reason });
    expect(await tracker.facts(stream)).toHaveLength(4);
  });

  test('of a retracted fact is refused', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const { factIds } = await tracker.do(ExtendDeadline, { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' });
    await tracker.retract(stream, { corrects: factIds[0]!, reason });
    expect(await refusal(tracker.amend(stream, { corrects: factIds[0]!, changes: { to: '2016-12-01' }, reason }))).toMatchObject({
      message: expect.stringMatching(/has been retracted/) as unknown,
    });
  });
});

describe('A retraction', () => {
  const reason = 'entered by mistake';

  test('is recorded once, and may be retracted itself', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const { factIds } = await tracker.do(ExtendDeadline, { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' });
    const retraction = await tracker.retract(stream, { corrects: factIds[0]!, reason });
    expect(await tracker.retract(stream, { corrects: factIds[0]!, reason })).toMatchObject({ changed: false });
    await tracker.retract(stream, { corrects: retraction.factIds[0]!, reason: 'it was right after all' });
    expect((await tracker.facts(stream)).map(({ type }) => type)).toEqual([
      'CallOpened',
      'DeadlineExtended',
      'FactRetracted',
      'FactRetracted',
    ]);
  });

  test('of a contribution that was handled is refused until that is gone', async () => {
    const { callId, stream } = await tracker.withCenbCall();
    const contributionId = randomUUID();
    const paper = await tracker.do(ReceiveContribution, { callId, contributionId, kind: 'written', effective: '2016-08-01' });
    const publication = await tracker.do(PublishContribution, { callId, contributionId, effective: '2016-08-02' });
    const error = await refusal(tracker.retract(stream, { corrects: paper.factIds[0]!, reason }));
    expect((error as Error).message).toMatch(/1 later fact rests on this one \(ContributionPublished\)/);
    await tracker.retract(stream, { corrects: publication.factIds[0]!, reason });
    expect(await tracker.retract(stream, { corrects: paper.factIds[0]!, reason })).toMatchObject({ changed: true });
  });

  test('of what others rest on is refused until they are gone', async () => {
    const { callId, stream, opening } = await tracker.withCenbCall();
    const { factIds } = await tracker.do(ExtendDeadline, { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' });
    const error = await refusal(tracker.retract(stream, { corrects: opening.factIds[0]!, reason }));
    expect((error as Error).message).toMatch(/1 later fact rests on this one \(DeadlineExtended\)/);
    await tracker.retract(stream, { corrects: factIds[0]!, reason });
    expect(await tracker.retract(stream, { corrects: opening.factIds[0]!, reason })).toMatchObject({ changed: true });
  });

  test('needs a reason and a fact', async () => {
    const { stream, opening } = await tracker.withCenbCall();
    expect(await refusal(tracker.retract(stream, { corrects: opening.factIds[0]! }))).toBeInstanceOf(InvalidInput);
    expect(await refusal(tracker.retract(stream, { corrects: randomUUID(), reason }))).toBeInstanceOf(NotFound);
  });
});

describe('A reattribution', () => {
  const reason = 'the page is that of phase III';
  const phaseIII = async (): Promise<string> => {
    const workstreamId = randomUUID();
    await tracker.do(RegisterCenbPhase, { workstreamId, name: 'CENB Phase III', phase: 'III', cycle: 2017, effective: '2016-01' });
    return workstreamId;
  };
  const callOf = async (stream: string): Promise<Call> => foldAll(callForInput, history(await tracker.facts(stream)));

  test('of a call names its owners anew, for all that follows; retracting it restores the old', async () => {
    const [{ workstreamId, callId, stream, opening }, other] = [await tracker.withCenbCall(), await phaseIII()];
    const moved = await tracker.reattribute(stream, { corrects: opening.factIds[0]!, owners: [other], reason });
    expect((await callOf(stream)).workstreamIds).toEqual([other]);
    await tracker.do(ExtendDeadline, { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' });
    expect((await tracker.facts(stream)).at(-1)!.data).toMatchObject({ workstreamIds: [other] });
    expect(await tracker.reattribute(stream, { corrects: opening.factIds[0]!, owners: [other], reason })).toMatchObject({ changed: false });
    await tracker.retract(stream, { corrects: moved.factIds[0]!, reason: 'it was right' });
    expect((await callOf(stream)).workstreamIds).toEqual([workstreamId]);
  });

  test('is refused for owners that do not exist, or not yet', async () => {
    const [{ stream, opening }, later] = [await tracker.withCenbCall(), randomUUID()];
    const corrects = opening.factIds[0]!;
    expect(await refusal(tracker.reattribute(stream, { corrects, owners: [randomUUID()], reason }))).toBeInstanceOf(UnknownReference);
    await tracker.do(RegisterCenbPhase, { workstreamId: later, name: 'CENB Phase III', phase: 'III', cycle: 2017, effective: '2017' });
    expect(await refusal(tracker.reattribute(stream, { corrects, owners: [later], reason }))).toMatchObject({
      message: expect.stringMatching(/\/owners\/0: .*not recorded as existing by 2016-07-11/) as unknown,
    });
    expect(await tracker.facts(stream)).toHaveLength(1);
  });

  test('of a fact of one workstream records it with the other, and takes it away here', async () => {
    const [{ workstreamId }, other] = [await tracker.withCenbCall(), await phaseIII()];
    const sources = [{ document: 'Minutes' }];
    const alias = await tracker.do(AddAlias, { workstreamId, alias: 'PO CNB', effective: '2016-10', sources });
    const fields = { corrects: alias.factIds[0]!, owners: [other], requestId: randomUUID(), reason };
    const moved = await tracker.reattribute(alias.stream, fields);
    const there = (await tracker.facts(`workstream-${other}`)).at(-1)!;
    expect(there).toMatchObject({ type: 'AliasAdded', data: { workstreamId: other, alias: 'PO CNB' }, effective: '2016-10' });
    expect(there.metadata.sources).toEqual(sources);
    expect((await tracker.facts(alias.stream)).at(-1)).toMatchObject({ type: 'FactReattributed', data: { recordedAs: there.id } });
    const here = foldAll(workstream, history(await tracker.facts(alias.stream)));
    expect(here.aliases).toEqual([]);
    expect(await tracker.reattribute(alias.stream, fields)).toMatchObject({ changed: false, factIds: moved.factIds });
    expect(await tracker.facts(`workstream-${other}`)).toHaveLength(2);
  });

  test('of what belongs where it is, and of what is gone, is refused', async () => {
    const [{ callId, stream, workstreamId }, other] = [await tracker.withCenbCall(), await phaseIII()];
    const extension = await tracker.do(ExtendDeadline, { callId, deadline: 'closing', to: '2016-11-14', effective: '2016-09' });
    const corrects = extension.factIds[0]!;
    expect(await refusal(tracker.reattribute(stream, { corrects, owners: [other], reason }))).toBeInstanceOf(DomainError);
    const registered = (await tracker.facts(`workstream-${workstreamId}`))[0]!.id;
    expect(
      await refusal(tracker.reattribute(`workstream-${workstreamId}`, { corrects: registered, owners: [other], reason })),
    ).toBeInstanceOf(DomainError);
    await tracker.retract(stream, { corrects, reason });
    expect(await refusal(tracker.reattribute(stream, { corrects, owners: [other], reason }))).toMatchObject({
      message: expect.stringMatching(/has been retracted/) as unknown,
    });
  });

  test('of two facts at once, each to where the other is, comes to an end', async () => {
    const [{ workstreamId }, other] = [await tracker.withCenbCall(), await phaseIII()];
    const one = await tracker.do(AddAlias, { workstreamId, alias: 'A', effective: '2016-10' });
    const two = await tracker.do(AddAlias, { workstreamId: other, alias: 'B', effective: '2016-10' });
    await Promise.all([
      tracker.reattribute(one.stream, { corrects: one.factIds[0]!, owners: [other], reason }),
      tracker.reattribute(two.stream, { corrects: two.factIds[0]!, owners: [workstreamId], reason }),
    ]);
    const aliases = async (stream: string): Promise<readonly string[]> => foldAll(workstream, history(await tracker.facts(stream))).aliases;
    expect([await aliases(one.stream), await aliases(two.stream)]).toEqual([['B'], ['A']]);
  });
});

describe('A mark as a duplicate', () => {
  const reason = 'sent twice';
  const twoPapers = async (): Promise<Readonly<{ stream: string; first: string; second: string }>> => {
    const { callId, stream } = await tracker.withCenbCall();
    const received = async (): Promise<string> =>
      (await tracker.do(ReceiveContribution, { callId, contributionId: randomUUID(), kind: 'written', effective: '2016-08-01' }))
        .factIds[0]!;
    return { stream, first: await received(), second: await received() };
  };

  test('leaves only the other counted, and is recorded once', async () => {
    const { stream, first, second } = await twoPapers();
    const fields = { corrects: second, duplicateOf: first, reason };
    expect(await tracker.markDuplicate(stream, stream, fields)).toMatchObject({ changed: true });
    expect(await tracker.markDuplicate(stream, stream, fields)).toMatchObject({ changed: false });
    const call = foldAll(callForInput, history(await tracker.facts(stream)));
    expect(call.contributions.map(({ received }) => received.factId)).toEqual([first]);
  });

  test('is refused of itself, of another kind of fact, and of what does not stand', async () => {
    const { stream, first, second } = await twoPapers();
    const opening = (await tracker.facts(stream))[0]!.id;
    const refused = async (corrects: string, duplicateOf: string): Promise<unknown> =>
      refusal(tracker.markDuplicate(stream, stream, { corrects, duplicateOf, reason }));
    expect(await refused(first, first)).toBeInstanceOf(DomainError);
    expect(await refused(first, opening)).toMatchObject({ message: expect.stringMatching(/does not repeat a CallOpened/) as unknown });
    expect(await refused(first, randomUUID())).toBeInstanceOf(NotFound);
    await tracker.retract(stream, { corrects: second, reason });
    expect(await refused(first, second)).toMatchObject({ message: expect.stringMatching(/has been retracted/) as unknown });
    expect(await refused(second, first)).toMatchObject({ message: expect.stringMatching(/has been retracted/) as unknown });
  });
});

test('An amendment of what a fact names is refused when that does not exist, or does not fit', async () => {
  const [older, newer, latest] = [randomUUID(), randomUUID(), randomUUID()];
  const forum = { name: 'Cybersecurity', effective: '2016' };
  await tracker.do(RegisterBestPracticeForum, { ...forum, workstreamId: older, cycle: 2016 });
  const { stream, factIds } = await tracker.do(RegisterBestPracticeForum, { ...forum, workstreamId: newer, cycle: 2017, renews: [older] });
  await tracker.do(RegisterBestPracticeForum, { ...forum, workstreamId: latest, cycle: 2018 });
  const amend = async (changes: object): Promise<unknown> =>
    refusal(tracker.amend(stream, { corrects: factIds[0]!, changes: { ...changes }, reason: 'x' }));
  expect(await amend({ renews: [randomUUID()] })).toMatchObject({ errors: [{ pointer: '/changes/renews/0' }] });
  expect(await amend({ renews: [latest] })).toMatchObject({ errors: [{ pointer: '/changes/renews/0' }] });
  expect(await amend({ cycle: 2015 })).toMatchObject({ errors: [{ pointer: '/changes/renews/0' }] });
  expect(await tracker.amend(stream, { corrects: factIds[0]!, changes: { cycle: 2018 }, reason: 'x' })).toMatchObject({ changed: true });
});

test('Registering the same phase twice under two ids is two registrations: names are not ids', async () => {
  const phase = { name: 'CENB Phase II', phase: 'II', cycle: 2016, effective: '2016' } as const;
  for (const workstreamId of [randomUUID(), randomUUID()]) {
    expect(await tracker.do(RegisterCenbPhase, { ...phase, workstreamId })).toMatchObject({ changed: true });
  }
});
