/**
 * The lotgenotengroepen: for whom they are, when they meet, and who leads them. A rhythm (every so many weeks, or the
 * n-th weekday of a month) becomes bijeenkomsten 26 weeks ahead, each of them a {@link nl.respijt.boeking.Moment} that
 * knows neither the name of its group nor for whom it is: which group somebody is in says something about health, origin
 * or age, and what is made of a moment leaves the login.
 */
@NullMarked
package nl.respijt.lotgenotengroep;

import org.jspecify.annotations.NullMarked;
