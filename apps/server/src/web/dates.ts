// Pages and reports write dates alike.
export { dateText } from '#reports';
