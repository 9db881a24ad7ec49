/** Writes the licences of the packages in some folders, and of data taken over. */
export function thirdPartyText(root: string, folders: readonly string[]): string;
