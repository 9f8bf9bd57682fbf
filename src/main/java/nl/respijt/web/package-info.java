/**
 * What every page and every API answer share: the page frame, texts and dates in the reader's language, reading of
 * input, problem+json, security headers. Knows no feature.
 */
@NullMarked
package nl.respijt.web;

import org.jspecify.annotations.NullMarked;
