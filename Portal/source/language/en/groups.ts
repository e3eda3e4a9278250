export const groups = {
  description: "People who get the same role together.",
};
