package nl.respijt.rooster.voorstel;

import java.util.ArrayList;
import java.util.List;
import nl.respijt.boeking.Moment;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.Roosterbeeld;

/**
 * What is asked for: a roster for the openstellingen of this picture. What is planned stays as it is, unless {@code opnieuw}
 * asks to divide that anew as well; a dienst on another moment than these always stays.
 */
record Verdeelvraag(Roosterbeeld beeld, boolean opnieuw) {
    /** Planned, and not to be moved. */
    List<Dienst> vast() {
        return opnieuw
                ? beeld.diensten().stream()
                        .filter(dienst -> beeld.openstellingen().stream()
                                .noneMatch(moment ->
                                        moment.id().equals(dienst.moment().id())))
                        .toList()
                : beeld.diensten();
    }

    /** The places to fill, with who has them now; the first of every openstelling before any second. */
    List<Toewijzing> plaatsen() {
        var eerste = new ArrayList<Toewijzing>();
        var tweede = new ArrayList<Toewijzing>();
        for (var moment : beeld.openstellingen()) {
            var gepland = gepland(moment);
            if (opnieuw) {
                gepland.forEach(dienst -> (eerste.isEmpty()
                                        || !eerste.getLast().moment().equals(moment.id())
                                ? eerste
                                : tweede)
                        .add(Toewijzing.van(dienst)));
            }
            var bezet = opnieuw ? gepland.size() : getraind(gepland);
            if (bezet < Stand.GEWENST - 1) {
                eerste.add(Toewijzing.vrij(moment.id()));
            }
            if (bezet < Stand.GEWENST) {
                tweede.add(Toewijzing.vrij(moment.id()));
            }
        }
        eerste.addAll(tweede);
        return List.copyOf(eerste);
    }

    List<Dienst> gepland(Moment moment) {
        return beeld.diensten().stream()
                .filter(dienst -> dienst.moment().id().equals(moment.id()))
                .toList();
    }

    /** One whose training lapsed stays, and does not count. */
    private static int getraind(List<Dienst> diensten) {
        return (int) diensten.stream()
                .filter(dienst -> dienst.gastheer().isGetraindOp(dienst.datum()))
                .count();
    }
}
