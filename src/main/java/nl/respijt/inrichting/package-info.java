/** Brings what the gemeente's file says into the database when the service starts: houses, hosts, first diensten. */
@NullMarked
package nl.respijt.inrichting;

import org.jspecify.annotations.NullMarked;
