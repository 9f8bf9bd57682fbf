package nl.respijt.rooster;

import java.util.List;
import java.util.Map;
import nl.respijt.boeking.Moment;

/**
 * All that a roster is made from: who there is, when they can and what they wish, the openstellingen still to come of some
 * weeks, and the active diensten of every month that these weeks touch, because a maximum is about whole months.
 */
public record Roosterbeeld(
        List<Gastheer> gastheren, Map<GastheerId, Inzet> inzet, List<Moment> openstellingen, List<Dienst> diensten) {
    public Roosterbeeld {
        gastheren = List.copyOf(gastheren);
        inzet = Map.copyOf(inzet);
        openstellingen = List.copyOf(openstellingen);
        diensten = List.copyOf(diensten);
    }

    public Inzet inzet(GastheerId van) {
        return inzet.getOrDefault(van, Inzet.VRIJ);
    }
}
