export { dateText } from '#read-models';
