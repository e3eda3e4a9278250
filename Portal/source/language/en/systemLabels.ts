/** Administration: labels for all projects. */
export const systemLabels = {
  description: "Labels that artifacts of every project can get.",
};
