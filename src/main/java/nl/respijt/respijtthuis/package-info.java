/**
 * Respijtzorg Thuis: somebody of a provider takes over at home for some hours. Workers and their times become moments; a
 * boeking of such a moment has a huisbezoek beside it, which says where.
 */
@NullMarked
package nl.respijt.respijtthuis;

import org.jspecify.annotations.NullMarked;
