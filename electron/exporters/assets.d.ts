/** A file of a package, put into the program as a data address by the build. */
declare module '*?inline' {
  const address: string;
  export default address;
}
