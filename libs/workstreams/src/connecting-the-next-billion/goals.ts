import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';

/** Numbers of Sustainable Development Goals, of which there are 17. */
export const AreGoals = (): PropertyDecorator => (target, key) => {
  const each = { each: true };
  for (const decorate of [IsArray(), ArrayUnique(), ArrayMaxSize(17), IsInt(each), Min(1, each), Max(17, each)]) decorate(target, key);
};
