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
        var opGrootte = aantallen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (var een : opGrootte) {
            if (al.contains(een.getKey()) || een.getValue() < Spreiding.MINSTENS) {
                verborgen.add(een.getKey());
                samen += een.getValue();
            }
        }
        for (var een : opGrootte) {
            if (!isTeRaden(verborgen.size(), samen)) {
                break;
            }
            if (verborgen.add(een.getKey())) {
                samen += een.getValue();
            }
        }
        return Set.copyOf(verborgen);
    }

    /** One alone is the difference; so few are few together, and all of them one or four each can be one way only. */
    private static boolean isTeRaden(int hoeveel, int samen) {
        return hoeveel > 0
                && (hoeveel == 1
                        || samen < Spreiding.MINSTENS
                        || samen == hoeveel
                        || samen == hoeveel * (Spreiding.MINSTENS - 1));
    }
}
