/** Administration: old entries of the audit log go by themselves. */
export const auditPurge = {
  title: "Purge",
  hint: "Removes old entries, so that the log doesn't grow for ever.",
  runNow: "Purge now",
  tryNow: "Count now",
  dryRunHint: "Changes nothing; says how many entries a purge would remove.",
  begun: "The purge has begun",
  noRunsHint: "Count first what a purge would remove; nothing is changed by that.",
  age: "Remove what is older than",
  ageHint: "Younger entries stay, whatever their kind.",
  dayUnit: "days",
  hourUnit: "hours",
  days: (count: number) => count === 1 ? "1 day" : `${count} days`,
  hours: (count: number) => count === 1 ? "1 hour" : `${count} hours`,
  olderThan: (age: string) => `older than ${age}`,
  allTypes: "Entries of all kinds",
  someTypes: (count: number, total: number) => `Entries of ${count} of ${total} kinds`,
  typesHint: "Choose kinds to remove only those; without a choice all are removed.",
  chooseAll: "All kinds",
  warning: (age: string, kinds: number) =>
    kinds === 0
      ? `All entries older than ${age} are removed for good. Forward or export them first if you need them.`
      : `Entries of ${
        kinds === 1 ? "the chosen kind" : `the ${kinds} chosen kinds`
      } that are older than ${age} are removed for good.`,
  describe: (age: string, kinds: number) =>
    kinds === 0
      ? `removes what is older than ${age}`
      : `removes entries of ${kinds === 1 ? "one kind" : `${kinds} kinds`} that are older than ${age}`,
  removed: (count: string) => `${count} entries removed`,
  wouldRemove: (count: string) => `${count} entries would be removed`,
};
