package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Slug;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.jdbi.v3.core.Handle;

/** New gastheren, and what changes of those there are. A training that ends leaves planned diensten for the makelaar to see. */
@Singleton
public final class GastheerBeheer {
    private static final String DING = "gastheer";

    private final Transacties transacties;
    private final GastheerRepository gastheren;
    private final GastheerBeheerRepository beheer;
    private final DienstRepository diensten;
    private final Geschiedenis geschiedenis;
    private final Gevolgen gevolgen;
    private final Sessies sessies;
    private final Klok klok;

    GastheerBeheer(
            Transacties transacties,
            GastheerRepository gastheren,
            GastheerBeheerRepository beheer,
            DienstRepository diensten,
            Geschiedenis geschiedenis,
            Gevolgen gevolgen,
            Sessies sessies,
            Klok klok) {
        this.transacties = transacties;
        this.gastheren = gastheren;
        this.beheer = beheer;
        this.diensten = diensten;
        this.geschiedenis = geschiedenis;
        this.gevolgen = gevolgen;
        this.sessies = sessies;
        this.klok = klok;
    }

    /** A gastheer whose VOG or training is over, or soon is. */
    public record Verloopt(Gastheer gastheer, boolean training, LocalDate tot) {}

    public Optional<Gastheerkaart> find(GastheerId id) {
        return transacties.lees(handle -> beheer.find(handle, id));
    }

    public GastheerId nieuw(Gastheerkaart gegevens, String door) {
        var nu = klok.instant();
        var id = new GastheerId(Id.nieuw(nu));
        transacties.schrijf(handle -> {
            beheer.insert(handle, id, vrijeSlug(handle, gegevens.naam()), gegevens);
            geschiedenis.schrijf(handle, DING, id.waarde(), "nieuw", door, Optional.empty(), nu);
            return id;
        });
        gevolgen.na();
        return id;
    }

    /** False for nobody. Whoever signs in with another address from now on is signed out. */
    public boolean wijzig(GastheerId id, Gastheerkaart gegevens, String door) {
        var was = transacties.schrijf(handle -> {
            var gastheer = gastheren.findVoorWijziging(handle, id);
            gastheer.ifPresent(_ -> {
                beheer.update(handle, id, gegevens);
                sessies.noem(handle, Rol.GASTHEER, id.waarde(), gegevens.naam());
                geschiedenis.schrijf(handle, DING, id.waarde(), "gewijzigd", door, Optional.empty(), klok.instant());
            });
            return gastheer;
        });
        if (was.filter(gastheer -> !gastheer.email().equals(gegevens.email())).isPresent()) {
            sessies.sluitVan(Rol.GASTHEER, id.waarde());
        }
        gevolgen.na();
        return was.isPresent();
    }

    /** The diensten to come for which the gastheer is not trained (any more) on that day. */
    public List<Dienst> zonderScholing() {
        return transacties.lees(handle -> diensten.zonderScholing(handle, klok.instant()));
    }

    /** Whose training or VOG ends before this day, the first first. */
    public List<Verloopt> verlooptVoor(LocalDate dag) {
        return transacties.lees(handle -> beheer.verlooptVoor(handle, dag).stream()
                .flatMap(rij -> gastheren
                        .find(handle, new GastheerId(rij.id()))
                        .map(gastheer -> new Verloopt(gastheer, rij.training(), rij.tot()))
                        .stream())
                .toList());
    }

    private String vrijeSlug(Handle handle, String naam) {
        var slug = Slug.van(naam);
        return beheer.bestaat(handle, slug)
                ? slug + "-" + UUID.randomUUID().toString().substring(0, 8)
                : slug;
    }
}
