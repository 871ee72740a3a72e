import { Search } from '#read-models';
import { resource } from '../http/resource.js';

export const SearchEverything = resource('v1/search', { GET: Search });
