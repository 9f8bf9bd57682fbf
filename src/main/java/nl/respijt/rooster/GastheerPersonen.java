package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.util.List;
import nl.respijt.toegang.Persoon;
import nl.respijt.toegang.PersoonBron;
import nl.respijt.toegang.Rol;
import org.jdbi.v3.core.Handle;

/** Gastheren sign in with the address at which they hear of their diensten. */
@Singleton
final class GastheerPersonen implements PersoonBron {
    private final GastheerRepository gastheren;

    GastheerPersonen(GastheerRepository gastheren) {
        this.gastheren = gastheren;
    }

    @Override
    public List<Persoon> metEmail(Handle handle, String email) {
        return gastheren.metEmail(handle, email).stream()
                .map(gastheer -> new Persoon(
                        Rol.GASTHEER, gastheer.id().waarde(), gastheer.naam(), "gastheer-" + gastheer.slug()))
                .toList();
    }
}
