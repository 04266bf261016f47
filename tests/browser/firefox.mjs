// SPDX-License-Identifier: MIT
export { firefox as default } from './engines.mjs';
