import { GetBoard } from '#read-models';
import { resource } from '../http/resource.js';

export const StatusBoard = resource('v1/board', { GET: GetBoard });
