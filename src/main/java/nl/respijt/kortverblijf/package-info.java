/**
 * Kortdurend Verblijf: the naaste stays elsewhere for some nights. One intake for all houses, matched at once against the
 * rules of each, with the reason (domain.md, "Kortdurend Verblijf").
 */
@NullMarked
package nl.respijt.kortverblijf;

import org.jspecify.annotations.NullMarked;
