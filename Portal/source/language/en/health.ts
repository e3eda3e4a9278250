export const health = {
  description: "How the registry is at this moment.",
};
