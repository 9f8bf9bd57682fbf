package nl.respijt.kortverblijf.doorlooptijd;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which counts stay hidden beside their sum: those under {@link Spreiding#MINSTENS}, and the smallest of the others as long as
 * somebody who subtracts what is shown would learn one of these.
 */
final class Verhulling {
    private Verhulling() {}

    /** By name; of counts that are alike the first name. */
    static Set<String> van(Map<String, Integer> aantallen) {
        return van(aantallen, Set.of());
    }

    /** @param al those that are hidden for another reason already */
    static Set<String> van(Map<String, Integer> aantallen, Set<String> al) {
        var verborgen = new HashSet<String>();
        var samen = 0;
        for (var een : aantallen.entrySet()) {
            if (al.contains(een.getKey()) || een.getValue() < Spreiding.MINSTENS) {
                verborgen.add(een.getKey());
                samen += een.getValue();
            }
        }
        var rest = aantallen.entrySet().stream()
                .filter(een -> !verborgen.contains(een.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .iterator();
        var teRaden = isEenAfTeLeiden(verborgen.size(), samen) || isAllesGelijk(verborgen.size(), samen);
        while (teRaden && rest.hasNext()) {
            var een = rest.next();
            verborgen.add(een.getKey());
            samen += een.getValue();
            teRaden = isEenAfTeLeiden(verborgen.size(), samen);
        }
        return Set.copyOf(verborgen);
    }

    /** One alone is the difference, and so few are few together. */
    private static boolean isEenAfTeLeiden(int hoeveel, int samen) {
        return hoeveel == 1 || (hoeveel > 0 && samen < Spreiding.MINSTENS);
    }

    /** As long as only those under five are hidden, all of them one, or all four, is the only way to this sum. */
    private static boolean isAllesGelijk(int hoeveel, int samen) {
        return hoeveel > 0 && (samen == hoeveel || samen == hoeveel * (Spreiding.MINSTENS - 1));
    }
}
