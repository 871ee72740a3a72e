import type { Statement } from 'better-sqlite3';
import { isNow, type Moment } from '#event-sourcing';
import type { AuditLog, Tables } from '#event-sourcing/projections';
import type { WorkstreamKind } from '#workstreams';
import type { Expectable } from '../milestones/milestone-views.js';
import { named, type NamedWorkstream, workstreamDirectory, workstreams } from '../workstream-directory/workstream-directory.js';

type Columns = Readonly<{ stream: string; kind: WorkstreamKind | 'none'; cycle: number | null; name: string; registered: string | null }>;

const idOf = (stream: string): string => stream.slice(`${workstreamDirectory.fold.category}-`.length);

const expectable = ({ stream, kind, cycle, registered }: Columns): Expectable[] =>
  kind === 'none' || registered === null
    ? []
    : [{ workstreamId: idOf(stream), kind, registered: { effective: registered }, ...(cycle !== null && { cycle }) }];

/** Who the workstreams are at a moment. Of now it is read from columns alone: a calendar names many, and needs little of each. */
export class Who {
  readonly #names = new Map<string, NamedWorkstream>();
  readonly #statements = new Map<string, Statement<[string], Columns>>();
  readonly #one = new Map<string, readonly Expectable[]>();
  readonly #ofKind = new Map<WorkstreamKind, readonly Expectable[]>();

  readonly log: AuditLog;

  constructor(
    private readonly tables: Tables,
    private readonly moment: Moment,
  ) {
    this.log = tables.auditLog();
  }

  named(workstreamId: string): NamedWorkstream {
    const known = this.#names.get(workstreamId);
    if (known) return known;
    const found = this.#nameOf(workstreamId);
    this.#names.set(workstreamId, found);
    return found;
  }

  /** All workstreams of a kind, with what tells whether a milestone is for them. */
  ofKind(kind: WorkstreamKind): readonly Expectable[] {
    const known = this.#ofKind.get(kind);
    if (known) return known;
    const found = isNow(this.moment) ? this.#columns('kind', kind).flatMap(expectable) : this.#rowsOfKind(kind);
    this.#ofKind.set(kind, found);
    return found;
  }

  /** One workstream; nothing where it is not registered by then. */
  one(workstreamId: string): readonly Expectable[] {
    const known = this.#one.get(workstreamId);
    if (known) return known;
    const row = workstreams(this.tables).row(workstreamId, this.moment);
    const found = row && row.kind !== 'none' ? [row] : [];
    this.#one.set(workstreamId, found);
    return found;
  }

  #rowsOfKind(kind: WorkstreamKind): readonly Expectable[] {
    return workstreams(this.tables)
      .rows({ kind }, this.moment)
      .flatMap((row) => (row.kind === 'none' ? [] : [row]));
  }

  #nameOf(workstreamId: string): NamedWorkstream {
    const [row] = isNow(this.moment) ? this.#columns('stream', `${workstreamDirectory.fold.category}-${workstreamId}`) : [];
    if (!row || row.kind === 'none') return named(this.tables, workstreamId, this.moment);
    const { kind, name, cycle } = row;
    return { workstreamId, name, kind, cycle };
  }

  #columns(column: 'kind' | 'stream', value: string): readonly Columns[] {
    const sql = `SELECT stream, kind, cycle, name, registered FROM ${workstreamDirectory.name} WHERE ${column} = ? ORDER BY stream`;
    const statement = this.#statements.get(column) ?? this.tables.file.db.prepare<[string], Columns>(sql);
    this.#statements.set(column, statement);
    return statement.all(value);
  }
}
