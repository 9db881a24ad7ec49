/** What a scenario text may ask for; checked before anything is allocated for it. */
export const textLimits = {
  /** Size of one file in UTF-16 units: 1 MB of plain text. */
  characters: 1_000_000,
  /** Line ends, brackets, commas, colons and quotes: what the time to read a text grows with. 10,000 dense lines. */
  pieces: 60_000,
  /** Levels of maps and lists inside one another. */
  depth: 32,
  /** Nodes that references (`*name`) may repeat in all. */
  repeatedNodes: 10_000,
  /** Problems reported for one text; the rest would only bury the first. */
  problems: 100,
} as const;
