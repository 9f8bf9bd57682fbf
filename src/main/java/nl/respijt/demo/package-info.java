/**
 * Demo mode: be anyone with one click, read every mail, move the clock, run what is due. None of it exists in
 * production: no bean of this package is made there, so every address answers 404.
 */
@NullMarked
package nl.respijt.demo;

import org.jspecify.annotations.NullMarked;
