/** The seed of a random test, printed so that `SEED=… npm test` plays it again; the only reader of that variable. */
export const seedOfRun = (usual = Date.now() % 2 ** 31): number => {
  const seed = Number(process.env['SEED'] ?? usual);
  console.log(`SEED=${seed}`);
  return seed;
};
