import type { Values } from '#test/description';

/** How an operation was really asked and answered: values of its parameters, the body where it has one, the answer by media type. */
export type Example = Readonly<{ parameters: Values; body?: object; answers: Readonly<Record<string, unknown>> }>;
