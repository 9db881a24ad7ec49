const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The text of a licence that a package only names, with whom and where it is from; null for one that must be looked up by hand. */
export function statedLicence({ license, author, repository }) {
  const source = addressOf(String(repository?.url ?? repository ?? ''));
  if (license === 'MIT') return `Copyright (c) ${nameOf(author)}${source && ` (${source})`}\n\n${mit}`;
  if (license === 'MPL-2.0' && source !== '')
    return `This package is subject to the terms of the Mozilla Public License, version 2.0, which is at https://mozilla.org/MPL/2.0/.\nIts source is at ${source}.`;
  return null;
}

function nameOf(author) {
  return (typeof author === 'string' ? author : (author?.name ?? 'the authors')).replace(/\s*<.*$/, '');
}

/** Where to look, of what a program would fetch from. */
function addressOf(repository) {
  return repository
    .replace(/^git@([^:]+):/, 'https://$1/')
    .replace(/^(?:git\+)?(?:ssh|git|https?):\/\/(?:git@)?/, 'https://')
    .replace(/\.git$/, '');
}
