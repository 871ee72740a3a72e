import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Controller, Get, Headers, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GetOpenData, GetOpenDataArchive, GetOpenDataFile, MANIFEST, OPEN_FILES, type OpenDataManifest, SUMS } from '#open-data';
import { Input } from '../../http/input.decorator.js';
import { Serves } from '../../http/serves.js';
import { OpenDataShelf } from './shelf.js';
import { zipped } from './zip.js';

const mediaTypeOf = (name: string): string =>
  OPEN_FILES.find((file) => file.name === name)?.mediaType ?? (name === MANIFEST ? 'application/json' : 'text/plain');

const TYPES = new Set([...OPEN_FILES.map(({ name }) => name), MANIFEST, SUMS].map(mediaTypeOf));

const digestOf = (manifest: OpenDataManifest): string => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** The hash of a file. What the manifest has none of, such as itself, differs only where the manifest does. */
const tagOf = (manifest: OpenDataManifest, name: string): string =>
  `"${manifest.files.find((file) => file.name === name)?.sha256 ?? `${name}-${digestOf(manifest)}`}"`;

/** All that is on record, to be taken along (`libs/open-data`). */
@Controller('v1/open-data')
export class OpenData {
  constructor(private readonly shelf: OpenDataShelf) {}

  @Get()
  async manifest(@Input() query: GetOpenData, @Res({ passthrough: true }) reply: FastifyReply): Promise<OpenDataManifest> {
    const { manifest } = await this.shelf.of(query, query.minPosition);
    void reply.header('x-log-position', manifest.position);
    return manifest;
  }

  @Get('files/:name')
  @Serves(...TYPES)
  async file(
    @Input() query: GetOpenDataFile,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-none-match') had?: string,
  ): Promise<StreamableFile | undefined> {
    const { name } = query;
    const { folder, manifest } = await this.shelf.of(query, query.minPosition);
    if (isHad(reply, manifest, name, had)) return undefined;
    const file = await open(join(folder, name));
    const { size } = await file.stat();
    return new StreamableFile(file.createReadStream(), { type: `${mediaTypeOf(name)}; charset=utf-8`, length: size });
  }

  @Get('archive.zip')
  @Serves('application/zip')
  async archive(
    @Input() query: GetOpenDataArchive,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-none-match') had?: string,
  ): Promise<StreamableFile | undefined> {
    const { folder, manifest } = await this.shelf.of(query, query.minPosition);
    if (isHad(reply, manifest, 'archive.zip', had)) return undefined;
    const names = [MANIFEST, SUMS, ...manifest.files.map(({ name }) => name)];
    const files = await Promise.all(names.map(async (name) => ({ name, file: await open(join(folder, name)) })));
    return new StreamableFile(Readable.from(zipped(files)), {
      type: 'application/zip',
      disposition: `attachment; filename="igf-open-data-${manifest.position}.zip"`,
    });
  }
}

/** Says which version of a file this is, and whether the reader has it already: then nothing is sent. */
function isHad(reply: FastifyReply, manifest: OpenDataManifest, name: string, had: string | undefined): boolean {
  const tag = tagOf(manifest, name);
  void reply.headers({ etag: tag, 'x-log-position': manifest.position, 'cache-control': 'no-cache' });
  if (had !== tag) return false;
  void reply.status(304);
  return true;
}
