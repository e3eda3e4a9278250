export const configuration = {
  description: "How the registry behaves. Changes take effect at once.",
};
