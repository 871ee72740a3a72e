/** Stakeholder groups as the IGF's forms name them (`DOMAIN.md`, Stakeholder groups). Not stated is its own case: left out. */
export const STAKEHOLDER_GROUPS = [
  'Government',
  'Intergovernmental Organization',
  'Civil Society',
  'Technical Community',
  'Private Sector',
] as const;
export type StakeholderGroup = (typeof STAKEHOLDER_GROUPS)[number];

/** Regional groups as the IGF's forms name them, with the sixth value for bodies that belong to none (`DOMAIN.md`, Regional groups). */
export const REGIONAL_GROUPS = [
  'African Group',
  'Asia-Pacific Group',
  'Eastern European Group',
  'Latin American and Caribbean Group',
  'Western European and Others Group',
  'Intergovernmental Organizations',
] as const;
export type RegionalGroup = (typeof REGIONAL_GROUPS)[number];
