export const quotas = {
  description: "How much each project stores, and may store.",
};
