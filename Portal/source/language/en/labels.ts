/** Labels of a project or of the whole registry. */
export const labels = {
  title: "Labels",
  filter: "Filter by name",
  none: "No labels yet",
  noneHint: "Labels mark artifacts, for example with where they run or what was checked.",
  create: "New label",
  created: (name: string) => `Label ${name} created`,
  edit: (name: string) => `Edit ${name}`,
  color: "Colour",
  palette: "Colours to choose from",
  useColor: (color: string) => `Use ${color}`,
  preview: "Preview",
  actionsOn: (name: string) => `Actions on ${name}`,
  deleteTitle: "Delete this label?",
  deleteSubmit: "Delete label",
  deleteHint: "It is taken off every artifact that has it. This can't be undone; the artifacts stay.",
  deleted: (name: string) => `Label ${name} deleted`,
};
