// SPDX-License-Identifier: MIT
export { webkit as default } from './engines.mjs';
