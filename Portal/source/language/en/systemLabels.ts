export const systemLabels = {
  description: "Labels that every project can put on its artifacts.",
};
