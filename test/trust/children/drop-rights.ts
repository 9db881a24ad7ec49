/** Gives up the rights of the administrator, to whom no permission applies; does nothing without a user to become. */
export function dropRights(user: number | null): void {
  if (user === null) return;
  process.setgroups?.([user]);
  process.setgid?.(user);
  process.setuid?.(user);
}
