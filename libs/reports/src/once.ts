/** Answers each question once: many ask again what others have asked. */
export function once<A extends readonly (string | number)[], T>(answer: (...asked: A) => T): (...asked: A) => T {
  const answers = new Map<string, T>();
  return (...asked) => {
    const key = asked.join();
    if (!answers.has(key)) answers.set(key, answer(...asked));
    return answers.get(key)!;
  };
}
