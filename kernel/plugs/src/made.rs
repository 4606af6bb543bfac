//! What rooms make of an answer that is kept, kept with it.

use std::{
    any::Any,
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use basics::Lang;

/// Things made of an answer, one for each name and language. They go when the answer goes.
#[derive(Default)]
pub struct Made(Mutex<HashMap<Name, Arc<dyn Any + Send + Sync>>>);

type Name = (&'static str, Lang);

impl Made {
    /// What `make` made the first time. One name always goes with one type.
    ///
    /// # Errors
    /// When `make` fails; then nothing is kept.
    pub fn get_or_make<T: Send + Sync + 'static, E>(
        &self,
        name: &'static str,
        lang: Lang,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&(name, lang)).cloned();
        if let Some(kept) = kept.and_then(|kept| kept.downcast().ok()) {
            return Ok(kept);
        }
        let made = Arc::new(make()?);
        let keep = Arc::clone(&made) as Arc<dyn Any + Send + Sync>;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((name, lang), keep);
        Ok(made)
    }
}

/// A copy of an answer is made of nothing yet.
impl Clone for Made {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Made")
    }
}
