/**
 * The gate before everything else: requests that no controller should see are refused here with the same headers as
 * any answer, who talks too slowly is let go, and each request leaves one line that tells nobody's secret.
 */
@NullMarked
package nl.respijt.poort;

import org.jspecify.annotations.NullMarked;
