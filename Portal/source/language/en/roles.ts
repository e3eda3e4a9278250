export const roles = {
  description: "What members of projects may do.",
};
