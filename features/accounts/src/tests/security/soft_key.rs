//! A passkey in software: what a phone answers when its owner has shown their finger. It can also lie.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody is there, and was verified.
const VERIFIED: u8 = 0b101;
const WITH_KEY: u8 = 0b100_0000;

pub struct SoftKey {
    key: SigningKey,
    id: [u8; 16],
    pub counter: u32,
    pub origin: &'static str,
    pub host: &'static str,
    pub flags: u8,
}

impl SoftKey {
    pub fn new() -> Self {
        let key = SigningKey::from_slice(&rand::random::<[u8; 32]>()).unwrap();
        Self { key, id: rand::random(), counter: 1, origin: "http://portal.test", host: "portal.test", flags: VERIFIED }
    }

    /// What `navigator.credentials.create` gives, for the portal's question.
    pub fn create(&self, asked: &Value) -> String {
        let said = self.said("webauthn.create", &asked["publicKey"]);
        let mut attestation = vec![0xa3, 0x63];
        attestation.extend(b"fmt");
        attestation.push(0x64);
        attestation.extend(b"none");
        attestation.push(0x67);
        attestation.extend(b"attStmt");
        attestation.push(0xa0);
        attestation.push(0x68);
        attestation.extend(b"authData");
        let data = self.data(true);
        attestation.extend([0x58, u8::try_from(data.len()).unwrap()]);
        attestation.extend(data);
        let response = json!({
            "clientDataJSON": BASE64.encode(said), "attestationObject": BASE64.encode(attestation),
        });
        self.reply(asked, &response)
    }

    /// What `navigator.credentials.get` gives; each use counts.
    pub fn get(&mut self, asked: &Value) -> String {
        let said = self.said("webauthn.get", &asked["publicKey"]);
        self.counter += 1;
        let data = self.data(false);
        let signed: Vec<u8> = data.iter().copied().chain(Sha256::digest(&said)).collect();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": BASE64.encode(said), "authenticatorData": BASE64.encode(&data),
            "signature": BASE64.encode(signature.to_der().as_bytes()), "userHandle": BASE64.encode([0; 16]),
        });
        self.reply(asked, &response)
    }

    fn reply(&self, asked: &Value, response: &Value) -> String {
        let id = BASE64.encode(self.id);
        let credential = json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} });
        json!({ "ticket": asked["ticket"], "credential": credential }).to_string()
    }

    fn said(&self, kind: &str, question: &Value) -> Vec<u8> {
        let said = json!({
            "type": kind, "challenge": question["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        said.to_string().into_bytes()
    }

    fn data(&self, with_key: bool) -> Vec<u8> {
        let mut data = Sha256::digest(self.host).to_vec();
        data.push(if with_key { self.flags | WITH_KEY } else { self.flags });
        data.extend(self.counter.to_be_bytes());
        if with_key {
            data.extend([0; 16]);
            data.extend([0, 16]);
            data.extend(self.id);
            let point = self.key.verifying_key().to_sec1_point(false);
            // COSE: EC2, ES256, P-256, x, y.
            data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
            data.extend(point.x().unwrap());
            data.extend([0x22, 0x58, 0x20]);
            data.extend(point.y().unwrap());
        }
        data
    }
}
